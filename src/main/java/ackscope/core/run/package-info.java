/** What is kept of a run when it is over, and the same run twice with settings changed in between. */
package ackscope.core.run;
