/** What hides secrets in words that others wrote, on their way to the screen, to files and to the log. */
package ackscope.core.secret;
