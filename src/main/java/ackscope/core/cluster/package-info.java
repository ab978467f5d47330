/**
 * The cluster that records go to: the lab's own, made of real brokers in processes of their own, or one that is already there. What a
 * screen sees of it is a {@link ackscope.core.cluster.ClusterView}, what it can do to the lab's nodes are levers.
 */
package ackscope.core.cluster;
