/** The app below the window, on brokers that it did not start: containers made from an image that this build makes. */
package ackscope.containers;
