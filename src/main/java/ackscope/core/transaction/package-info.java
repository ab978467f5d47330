/** Transactions: their states and rules, two readers of what they wrote, and experiments that show how they fail. */
package ackscope.core.transaction;
