package ackscope.core.cluster;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a list of bootstrap servers as a person types it. */
public final class Bootstrap {
    private static final Pattern SERVER = Pattern
            .compile("(?:[A-Z][A-Z0-9_]*://)?(?:\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    private Bootstrap() {
    }

    /**
     * The list, tidied.
     *
     * @param typed text with commas, or a list; null counts as nothing typed
     * @throws ClusterException when it is empty or an entry is not host:port
     */
    public static String checked(Object typed) {
        Stream<?> parts = switch (typed) {
            case null -> Stream.of();
            case Collection<?> list -> list.stream();
            default -> Stream.of(typed.toString().split("[,\\s]+"));
        };
        List<String> servers = parts.map(part -> part.toString().strip()).filter(part -> !part.isEmpty()).toList();
        if (servers.isEmpty()) {
            throw new ClusterException(
                    "No bootstrap servers were given, so there is nothing to connect to. Give at least one as host:port.");
        }
        servers.forEach(Bootstrap::check);
        return String.join(",", servers);
    }

    /**
     * The servers one by one, names not looked up.
     *
     * @param typed as for {@link #checked}
     * @throws ClusterException like {@link #checked}
     */
    public static List<InetSocketAddress> addresses(Object typed) {
        return Stream.of(checked(typed).split(",")).map(Bootstrap::address).toList();
    }

    private static InetSocketAddress address(String server) {
        String plain = server.substring(server.indexOf("://") < 0 ? 0 : server.indexOf("://") + 3);
        int colon = plain.lastIndexOf(':');
        String host = plain.substring(0, colon);
        return InetSocketAddress.createUnresolved(host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(plain.substring(colon + 1)));
    }

    private static void check(String server) {
        Matcher match = SERVER.matcher(server);
        if (!match.matches()) {
            throw new ClusterException("'" + server + "' is not a bootstrap server. Write host:port, for example"
                    + " localhost:9092, with commas between several.");
        }
        int port = Integer.parseInt(match.group(1));
        if (port < 1 || port > LAST_PORT) {
            throw new ClusterException("'" + server + "' has no valid port. Ports are 1 to " + LAST_PORT + ".");
        }
    }
}
