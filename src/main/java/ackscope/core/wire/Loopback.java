package ackscope.core.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** 127.0.0.1, the only address that anything of the lab listens on, whatever the machine calls its loopback. */
public final class Loopback {
    /** As it stands in every bootstrap list. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {
    }

    /** A port of 127.0.0.1; 0 for any free one. */
    public static InetSocketAddress at(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(HOST, new byte[]{127, 0, 0, 1}), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
