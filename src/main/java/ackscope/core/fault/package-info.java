/** Faults: what can be broken, where and when, and how it is made whole again. Decides; the proxies and the cluster's levers act. */
package ackscope.core.fault;
