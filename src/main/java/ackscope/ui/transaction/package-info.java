/** The transactions' panel: state, moves, two readers side by side, experiments. */
package ackscope.ui.transaction;
