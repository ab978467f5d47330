/** The audit: what the producer was told beside what the log holds. */
package ackscope.ui.audit;
