package ackscope.core.cluster;

import ackscope.core.secret.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Prepares a node's folders, as {@code kafka-storage.sh format} does. */
final class NodeFormat {
    private NodeFormat() {
    }

    /** @throws ClusterException when the folders cannot be written */
    static void format(LabIdentity lab, int id, Path folder) {
        List<String> directories = Stream
                .concat(BrokerConfig.logDirs(folder).stream(), Stream.of(BrokerConfig.metadataDir(folder)))
                .map(Path::toString).toList();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            new Formatter().setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction()).setClusterId(lab.clusterId()).setNodeId(id)
                    .setDirectories(directories).setMetadataLogDirectory(BrokerConfig.metadataDir(folder).toString())
                    .setControllerListenerName(Listener.CONTROLLER.name()).run();
        } catch (Exception e) {
            throw new ClusterException("The folder of node " + id + " could not be prepared (" + folder + "): "
                    + Secrets.said(e) + said.toString(StandardCharsets.UTF_8)
                    + ". Check that the disk has room and that the folder may be written.", e);
        }
    }
}
