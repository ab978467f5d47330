/** The failover drill: a fault that nobody announces, to be named from what the panels show. */
package ackscope.core.drill;
