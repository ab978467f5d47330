/** The page of code to take away. */
package ackscope.ui.export;
