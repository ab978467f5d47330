package ackscope.bench;

import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.LabOptions;
import ackscope.core.cluster.Topics.NewTopic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A lab cluster for a bench: started and waited for, with topics that come and go. */
final class BenchLab implements AutoCloseable {
    private static final long START_LIMIT_MS = 120_000;

    private final LabCluster cluster;

    BenchLab() throws InterruptedException {
        cluster = new LabCluster(LabOptions.standard().with(LabOptions.Aot.USE), _ -> {
        });
        cluster.start();
        long limit = System.currentTimeMillis() + START_LIMIT_MS;
        while (cluster.view().phase() != Phase.READY) {
            if (cluster.view().phase() == Phase.FAILED || System.currentTimeMillis() > limit) {
                String why = cluster.view().progress();
                cluster.close();
                throw new IllegalStateException("the lab cluster did not start: " + why);
            }
            Thread.sleep(50);
        }
    }

    LabCluster cluster() {
        return cluster;
    }

    /** Creates a topic with 6 partitions on 3 replicas. */
    void create(String topic) {
        cluster.topics().create(new NewTopic(topic, 6, 3, 1, 1_048_588));
    }

    void delete(String topic) throws InterruptedException {
        try (Admin admin = Admin
                .create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.directBootstrap()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + topic + " could not be deleted", e.getCause());
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
