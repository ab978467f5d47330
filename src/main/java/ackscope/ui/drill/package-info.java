/** The failover drill: name the cause of a fault that nobody announces. */
package ackscope.ui.drill;
