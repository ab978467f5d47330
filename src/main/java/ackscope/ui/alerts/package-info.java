/** Alerts on live values: which stand, what is behind them, what to try, and the rules that raise them. */
package ackscope.ui.alerts;
