package ackscope.core.connection;

import ackscope.core.cluster.Bootstrap;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The way to hosts and ports, before anything is said there. Its calls block for a few seconds at most, save that a look-up may hang. */
final class Reach {
    static final int CONNECT_MS = 3_000;

    private final List<InetSocketAddress> servers;
    private final ExecutorService threads;
    private final List<InetSocketAddress> known = new ArrayList<>();
    private Optional<InetSocketAddress> open = Optional.empty();

    /** @throws ackscope.core.cluster.ClusterException when these are no bootstrap servers */
    Reach(String servers, ExecutorService threads) {
        this.servers = Bootstrap.addresses(servers);
        this.threads = threads;
    }

    /** The server that takes connections; only after {@link #connect} passed. */
    InetSocketAddress open() {
        return open.orElseThrow();
    }

    Finding resolve() throws InterruptedException {
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<InetSocketAddress, List<InetAddress>> e : lookUp(servers).entrySet()) {
            String host = e.getKey().getHostString();
            if (e.getValue().isEmpty()) {
                missing.add(host);
            } else {
                e.getValue().forEach(a -> known.add(new InetSocketAddress(a, e.getKey().getPort())));
                String addresses = e.getValue().stream().map(InetAddress::getHostAddress)
                        .collect(Collectors.joining(" and "));
                found.add(addresses.equals(host) ? host : host + " is " + addresses);
            }
        }
        String unknown = (missing.size() == 1 ? "The name " : "The names ") + String.join(", ", missing)
                + (missing.size() == 1 ? " is" : " are") + " not known";
        String remedy = "Check the spelling of the bootstrap servers, and that this machine is on the right network or VPN.";
        if (found.isEmpty()) {
            return Finding.failed(unknown + ": no such host.", remedy);
        }
        String all = String.join(", ", found.stream().distinct().toList()) + ".";
        return missing.isEmpty() ? Finding.passed(all) : Finding.remark(unknown + "; " + all, remedy);
    }

    /** All addresses of each name, as Kafka's client tries them all; none for a name that is not known. */
    private Map<InetSocketAddress, List<InetAddress>> lookUp(List<InetSocketAddress> asked)
            throws InterruptedException {
        Map<InetSocketAddress, Future<List<InetAddress>>> asking = new LinkedHashMap<>();
        asked.forEach(a -> asking.put(a, threads.submit(() -> List.of(InetAddress.getAllByName(a.getHostString())))));
        Map<InetSocketAddress, List<InetAddress>> found = new LinkedHashMap<>();
        for (Map.Entry<InetSocketAddress, Future<List<InetAddress>>> e : asking.entrySet()) {
            try {
                found.put(e.getKey(), e.getValue().get());
            } catch (ExecutionException _) {
                found.put(e.getKey(), List.of());
            }
        }
        return found;
    }

    Finding connect() throws InterruptedException {
        Map<InetSocketAddress, Optional<String>> tried = tryAll(known);
        Set<String> taken = new LinkedHashSet<>();
        Map<String, String> troubles = new LinkedHashMap<>();
        tried.forEach((address, trouble) -> {
            if (trouble.isPresent()) {
                troubles.putIfAbsent(name(address), trouble.get());
            } else {
                taken.add(name(address));
                open = open.or(() -> Optional.of(address));
            }
        });
        // Of several addresses of one name any will do.
        troubles.keySet().removeAll(taken);
        List<String> refused = troubles.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
        if (taken.isEmpty()) {
            boolean nobody = refused.stream().allMatch(r -> r.contains("refuses"));
            return Finding.failed(String.join("; ", refused) + ".", nobody
                    ? "Check the port number; is the broker running, and is this the port of one of its listeners?"
                    : "Check host and port, the VPN, and firewalls in between.");
        }
        String yes = "Connected to " + String.join(", ", taken);
        return refused.isEmpty()
                ? Finding.passed(yes + ".")
                : Finding.remark(yes + "; " + String.join("; ", refused) + ".",
                        "One server is enough to begin with; check the others before you rely on them.");
    }

    /** Those of some addresses that do not take a connection, and why: to follow the address. Names are looked up. */
    Map<String, String> unreachable(List<InetSocketAddress> addresses) throws InterruptedException {
        Map<String, String> troubles = new LinkedHashMap<>();
        Map<InetSocketAddress, List<InetSocketAddress>> resolved = new LinkedHashMap<>();
        lookUp(addresses).forEach((asked, found) -> resolved.put(asked,
                found.stream().map(a -> new InetSocketAddress(a, asked.getPort())).toList()));
        Map<InetSocketAddress, Optional<String>> tried = tryAll(
                resolved.values().stream().flatMap(List::stream).distinct().toList());
        resolved.forEach((asked, all) -> {
            if (all.isEmpty()) {
                troubles.put(name(asked), "has a name that this machine does not know");
            } else if (all.stream().allMatch(a -> tried.get(a).isPresent())) {
                troubles.put(name(asked), tried.get(all.getFirst()).orElseThrow());
            }
        });
        return troubles;
    }

    private Map<InetSocketAddress, Optional<String>> tryAll(List<InetSocketAddress> addresses)
            throws InterruptedException {
        Map<InetSocketAddress, Future<Optional<String>>> trying = new LinkedHashMap<>();
        addresses.forEach(a -> trying.put(a, threads.submit(() -> attempt(a))));
        Map<InetSocketAddress, Optional<String>> tried = new LinkedHashMap<>();
        for (Map.Entry<InetSocketAddress, Future<Optional<String>>> e : trying.entrySet()) {
            try {
                tried.put(e.getKey(), e.getValue().get());
            } catch (ExecutionException x) {
                tried.put(e.getKey(), Optional.of("cannot be reached (" + x.getCause() + ")"));
            }
        }
        return tried;
    }

    private static Optional<String> attempt(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MS);
            return Optional.empty();
        } catch (SocketTimeoutException _) {
            return Optional.of("did not answer in " + CONNECT_MS / 1_000 + " s");
        } catch (NoRouteToHostException _) {
            return Optional.of("cannot be reached from this network");
        } catch (UnknownHostException _) {
            return Optional.of("has a name that is not known");
        } catch (ConnectException _) {
            return Optional.of("refuses the connection: nothing listens there");
        } catch (IOException e) {
            return Optional.of("cannot be reached (" + e.getMessage() + ")");
        }
    }

    private static String name(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
