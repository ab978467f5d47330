/** What the command line does without a window. */
package ackscope.command;
