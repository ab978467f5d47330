package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster that remembers what it was asked, and answers from what a test put in. */
final class FakeControl implements ClusterControl {
    final TreeMap<String, Topics.Topic> topics = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    final Map<Lever, String> problems = new HashMap<>();
    String name = "Lab cluster";
    boolean ownLab = true;
    String failure = "";

    FakeControl with(String topic, int partitions) {
        topics.put(topic, new Topics.Topic(topic, partitions, 3, 2, 1_048_588));
        return this;
    }

    private void fail() {
        if (!failure.isEmpty()) {
            throw new ClusterException(failure);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ownLab() {
        return ownLab;
    }

    @Override
    public void startLabCluster() {
        asked.add("start lab");
    }

    @Override
    public void openConnections() {
        asked.add("open connections");
    }

    @Override
    public Optional<String> leverProblem(Lever lever, int node) {
        return Optional.ofNullable(problems.get(lever));
    }

    @Override
    public void pull(Lever lever, int node) {
        asked.add(lever + " " + node);
        fail();
    }

    @Override
    public Topics topics() {
        return new Topics() {
            @Override
            public List<String> names() {
                fail();
                return List.copyOf(topics.keySet());
            }

            @Override
            public Optional<Topic> describe(String topic) {
                asked.add("describe " + topic);
                fail();
                return Optional.ofNullable(topics.get(topic));
            }

            @Override
            public void create(NewTopic topic) {
                asked.add("create " + topic.name());
                fail();
                topics.put(topic.name(), new Topic(topic.name(), topic.partitions(), topic.replication(),
                        topic.minInsyncReplicas(), topic.maxMessageBytes()));
            }

            @Override
            public Optional<StoredRecord> read(String topic, int partition, long offset) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void watch(String topic) {
        asked.add("watch " + topic);
    }

    @Override
    public void open(String file) {
        asked.add("open " + file);
    }
}
