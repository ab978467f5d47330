/** The runs that were kept: one in full, two side by side, and twin runs. */
package ackscope.ui.runs;
