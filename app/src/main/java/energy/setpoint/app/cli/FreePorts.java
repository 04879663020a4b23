package energy.setpoint.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out that a port is taken before anything was started. */
public final class FreePorts {

  private FreePorts() {}

  /**
   * @param purpose what the port is for, for people
   * @param port 0 is always free
   * @param option how the user chooses another
   * @throws UnusablePortException when something listens there
   */
  public static void require(String host, int port, String purpose, String option) {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw new UnusablePortException(purpose, port, option);
    }
  }
}
