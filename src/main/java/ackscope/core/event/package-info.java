/** What happened, as values. A leaf: it knows nothing of Kafka, JavaFX or any other room of this house. */
package ackscope.core.event;
