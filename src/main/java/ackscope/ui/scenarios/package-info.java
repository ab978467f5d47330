/** Scenarios in the window: those that there are, one that is dropped, and one that is played in the console. */
package ackscope.ui.scenarios;
