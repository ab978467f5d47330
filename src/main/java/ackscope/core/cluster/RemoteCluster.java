package ackscope.core.cluster;

import java.util.Map;

/** A cluster that is already there. */
public final class RemoteCluster implements Cluster {
    @Override
    public String name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> clientProperties() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClusterView view() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Topics topics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void watch(String topic) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
