package ackscope.core.cluster;

import java.util.Optional;

/**
 * What every node of one lab is started with.
 *
 * @param folder    the lab's folder
 * @param identity  what the nodes have in common
 * @param ports     where they get free ports from
 * @param command   how their JVMs are called
 * @param classPath what they run from
 * @param aot       the cache to use, when one is wanted
 * @param events    where their coming and going is told
 */
record LabSetup(LabFolder folder, LabIdentity identity, Ports ports, BrokerCommand command, BrokerClassPath classPath,
        Optional<AotCache> aot, ClusterEvents events) {
}
