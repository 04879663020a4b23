package energy.setpoint.app.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import energy.setpoint.app.cli.CommandRun;
import energy.setpoint.app.cli.Complaints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceScanCommandIT {

  private final int port = freePort();

  @Test
  void printsTheModelsOfADeviceAndWhatTheyAreGoodFor() throws ModbusException {
    try (Served _ = serve(inverter())) {
      CommandRun run = scan("modbus://127.0.0.1:" + port + "/3");

      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out())
          .containsPattern("maker +Sun\n")
          .containsPattern("40070 +model 103 +inverter\n +W 4200, ")
          .contains("as inverter  measures power; obeys nothing: it has neither model 704")
          .contains("as meter     no: it has 0 meter models");
    }
  }

  @Test
  void saysThatADeviceHasNoSunSpec() throws ModbusException {
    try (Served _ = serve(new SimpleProcessImage(3))) {
      CommandRun run = scan("modbus://127.0.0.1:" + port + "/3");

      assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
      assertThat(run.err()).contains("has no SunSpec");
    }
  }

  @Test
  void saysThatNobodyAnswers() {
    CommandRun run = scan("modbus://127.0.0.1:" + port);

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).startsWith("setpoint: ").doesNotContain("please report it");
  }

  @Test
  void refusesAnAddressWithoutRegisters() {
    CommandRun run = scan("mqtt://127.0.0.1/battery");

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).contains("SunSpec is spoken at modbus://host:port/unit");
  }

  private static CommandRun scan(String address) {
    return CommandRun.device("scan", "--timeout", "2000", "--address", address);
  }

  /** A common model, an inverter that produces 4200 W, and the end model. */
  private static SimpleProcessImage inverter() {
    SimpleProcessImage image = new SimpleProcessImage(3);
    fill(image, 40_000, 126, 0);
    set(image, 40_000, 0x5375, 0x6E53, 1, 66, 0x5375, 0x6E00);
    set(image, 40_070, 103, 50);
    fill(image, 40_072, 50, 0xFFFF);
    set(image, 40_084, 420, 1);
    set(image, 40_122, 0xFFFF, 0);
    return image;
  }

  private static void fill(SimpleProcessImage image, int address, int count, int word) {
    for (int i = 0; i < count; i++) {
      image.addRegister(address + i, new SimpleRegister(word));
    }
  }

  private static void set(SimpleProcessImage image, int address, int... words) {
    for (int i = 0; i < words.length; i++) {
      image.addRegister(address + i, new SimpleRegister(words[i]));
    }
  }

  private Served serve(SimpleProcessImage image) throws ModbusException {
    ModbusSlave slave =
        ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 2, false);
    slave.addProcessImage(3, image);
    slave.open();
    return slave::close;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Served extends AutoCloseable {
    @Override
    void close();
  }
}
