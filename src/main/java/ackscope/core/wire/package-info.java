/**
 * The proxies in front of every listener of the lab cluster: all bytes between clients, brokers and the controller pass here, frame by
 * frame.
 */
package ackscope.core.wire;
