/** Scenarios: what is sent, what is broken meanwhile, and what must come of it, as a file that runs with and without a window. */
package ackscope.core.scenario;
