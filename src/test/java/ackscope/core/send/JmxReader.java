package ackscope.core.send;

import com.sun.tools.attach.VirtualMachine;
import java.util.TreeSet;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A JMX tool in a process of its own: attaches to a JVM by its id, and prints the values of some attributes of each MBean that matches. */
final class JmxReader {
    private JmxReader() {
    }

    /** Arguments: process id, pattern of MBeans, attributes. The address comes from the JVM that this attached to by itself. */
    @SuppressWarnings("BanJNDI")
    public static void main(String[] args) throws Exception {
        VirtualMachine app = VirtualMachine.attach(args[0]);
        String address;
        try {
            address = app.startLocalManagementAgent();
        } finally {
            app.detach();
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            for (ObjectName name : new TreeSet<>(server.queryNames(new ObjectName(args[1]), null))) {
                StringBuilder line = new StringBuilder("bean ").append(name);
                for (int i = 2; i < args.length; i++) {
                    line.append(' ').append(args[i]).append('=').append(server.getAttribute(name, args[i]));
                }
                System.out.println(line);
            }
        }
    }
}
