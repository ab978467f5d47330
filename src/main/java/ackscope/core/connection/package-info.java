/** Clusters that are already there: how they are reached, where that is kept, and what is wrong when one is not reached. */
package ackscope.core.connection;
