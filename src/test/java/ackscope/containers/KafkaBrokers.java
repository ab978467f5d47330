package ackscope.containers;

import ackscope.core.wire.Loopback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/** Brokers in containers, of the image that {@code src/test/docker/build-image.sh} makes; started by whoever asks for them. */
final class KafkaBrokers {
    private static final String IMAGE = "ackscope/kafka:test";
    private static final String CONTROLLER_PORT = "9094";

    private KafkaBrokers() {
    }

    /** Whether there is a Docker, and the image in it. */
    static boolean imageThere() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
            return true;
        } catch (NotFoundException _) {
            return false;
        }
    }

    /** One, not started yet, that is its own controller. Its ports are published to this machine alone. */
    static KafkaContainer one() {
        return new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))
                .withCreateContainerCmdModifier(create -> create.getHostConfig().withPublishAllPorts(false)
                        .withPortBindings(Arrays.stream(create.getExposedPorts())
                                .map(port -> new PortBinding(Ports.Binding.bindIp(Loopback.HOST), port)).toList()));
    }

    /** The addresses of this machine at which a running one is published. */
    static Set<String> publishedAt(KafkaContainer broker) {
        return broker.getCurrentContainerInfo().getNetworkSettings().getPorts().getBindings().values().stream()
                .flatMap(Arrays::stream).map(Ports.Binding::getHostIp).collect(Collectors.toSet());
    }

    /** One whose clients log in with a name and a password; brokers among themselves need none. */
    static KafkaContainer withPasswords(String user, String password) {
        return one().withEnv("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                "BROKER:PLAINTEXT,PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withEnv("KAFKA_SASL_ENABLED_MECHANISMS", "PLAIN")
                .withEnv("KAFKA_LISTENER_NAME_PLAINTEXT_PLAIN_SASL_JAAS_CONFIG", PlainLogin.jaas(
                        "user_" + user, password));
    }

    /** Brokers 1 to n on one network, all of them controllers too; started together, for each waits for the others. */
    static List<KafkaContainer> started(int count, Network network) {
        String voters = IntStream.rangeClosed(1, count).mapToObj(id -> id + "@" + name(id) + ":" + CONTROLLER_PORT)
                .collect(Collectors.joining(","));
        KafkaContainer[] brokers = IntStream.rangeClosed(1, count)
                .mapToObj(id -> one().withNetwork(network).withNetworkAliases(name(id))
                        .withEnv("KAFKA_NODE_ID", String.valueOf(id))
                        .withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", voters))
                .toArray(KafkaContainer[]::new);
        Startables.deepStart(brokers).join();
        return Arrays.asList(brokers);
    }

    private static String name(int id) {
        return "broker-" + id;
    }

    /** Stops a broker's process where it stands, connections and all. */
    static void pause(KafkaContainer broker) {
        broker.getDockerClient().pauseContainerCmd(broker.getContainerId()).exec();
    }

    /** Lets it go on. */
    static void resume(KafkaContainer broker) {
        broker.getDockerClient().unpauseContainerCmd(broker.getContainerId()).exec();
    }
}
