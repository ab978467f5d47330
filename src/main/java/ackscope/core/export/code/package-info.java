/** Code to take away: the settings and the record at hand as programs, as configuration files and as command lines. */
package ackscope.core.export.code;
