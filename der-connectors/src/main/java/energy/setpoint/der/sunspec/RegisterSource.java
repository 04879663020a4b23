package energy.setpoint.der.sunspec;

import java.io.IOException;
import java.util.Optional;

/** The holding registers of one device. */
public interface RegisterSource {

  /**
   * Reads neighbouring registers.
   *
   * @param count 1 to 125, address + count at most 65536
   * @return unsigned 16-bit words, or empty when the device says that it has no such registers
   * @throws IOException when it does not answer
   */
  Optional<int[]> read(int address, int count) throws IOException;
}
