/** Sends records with a real producer, and keeps what became of every one of them. */
package ackscope.core.send;
