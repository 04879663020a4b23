package energy.setpoint.der.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/**
 * Sockets that keep it to themselves for a second when the peer hangs up at once. Paho's receiver
 * would otherwise end before its starter has seen it running, and the starter would wait for ever:
 * one thread lost for each attempt, for example behind a proxy whose broker is down
 * (eclipse-paho/paho.mqtt.java issue 850).
 */
final class PatientSockets extends SocketFactory {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Override
  public Socket createSocket() {
    return new PatientSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw onlyUnconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw onlyUnconnected();
  }

  private static IOException onlyUnconnected() {
    return new IOException("Paho connects its sockets itself.");
  }

  private static final class PatientSocket extends Socket {

    @Override
    public InputStream getInputStream() throws IOException {
      return new PatientStream(super.getInputStream());
    }
  }

  private static final class PatientStream extends FilterInputStream {

    private final long openedNanos = System.nanoTime();

    PatientStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return patiently(super::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return patiently(() -> in.read(buffer, offset, length));
    }

    private int patiently(Read read) throws IOException {
      try {
        int result = read.read();
        if (result < 0) {
          waitForTheStarter();
        }
        return result;
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        waitForTheStarter();
        throw e;
      }
    }

    private void waitForTheStarter() {
      long patience = PATIENCE.toNanos() - (System.nanoTime() - openedNanos);
      if (patience > 0) {
        LockSupport.parkNanos(patience);
      }
    }
  }

  private interface Read {
    int read() throws IOException;
  }
}
