/** The page of connections: clusters that are there already, kept, tested and used. */
package ackscope.ui.connections;
