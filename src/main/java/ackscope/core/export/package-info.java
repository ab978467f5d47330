/** What the app knows, in files for others: reports, tables and figures. */
package ackscope.core.export;
