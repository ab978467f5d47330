/** What the log holds, joined record by record with what the producer was told. */
package ackscope.core.audit;
