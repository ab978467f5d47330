/** Measures: both sides in turn, in one run, medians and ratios. Tables go to stderr, one JSON line a row to stdout. */
package ackscope.bench;
