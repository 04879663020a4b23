package energy.setpoint.der.sunspec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds "SunS" and follows the chain of models behind it (SunSpec Information Model Specification,
 * section "Modbus map"). Every step goes to a higher address, and there are only so many models, so
 * that it ends whatever the device answers.
 */
public final class ModelSearch {

  /** Where "SunS" may stand, the usual place first. */
  static final List<Integer> BASES = List.of(40_000, 50_000, 0);

  private static final int[] MARK = {0x5375, 0x6E53};
  private static final int END = 0xFFFF;
  private static final int REGISTERS = 65_536;
  private static final int MOST_MODELS = 100;
  private static final int HEADER = 2;

  private final RegisterSource device;
  private final int registersPerRead;
  private final List<Model> models = new ArrayList<>();

  private ModelSearch(RegisterSource device, int registersPerRead) {
    this.device = device;
    this.registersPerRead = registersPerRead;
  }

  /**
   * Looks for SunSpec models.
   *
   * @param registersPerRead the most that one request asks for, 2 to 125
   * @throws IOException when the device does not answer
   */
  public static Discovery in(RegisterSource device, int registersPerRead) throws IOException {
    for (int base : BASES) {
      Optional<int[]> mark = device.read(base, MARK.length);
      if (mark.isPresent() && Arrays.equals(mark.get(), MARK)) {
        return new ModelSearch(device, registersPerRead).follow(base);
      }
    }
    return new Discovery.Nothing("has no SunSpec: there is no \"SunS\" at 40000, 50000 or 0");
  }

  private Discovery follow(int base) throws IOException {
    int address = base + MARK.length;
    while (models.size() < MOST_MODELS) {
      if (address + HEADER > REGISTERS) {
        return broken("leaves the registers at " + address);
      }
      Optional<int[]> header = device.read(address, HEADER);
      if (header.isEmpty() || header.get().length != HEADER) {
        return broken("breaks off at " + address + ", without the end model 65535");
      }
      int id = header.get()[0];
      int length = header.get()[1];
      if (id == END) {
        return new Discovery.Found(base, models);
      }
      if (length == 0) {
        return broken("has a model %d of length 0 at %d".formatted(id, address));
      }
      if (address + HEADER + length > REGISTERS) {
        return broken("has a model %d of length %d at %d".formatted(id, length, address));
      }
      models.add(new Model(id, address, words(id, length, address)));
      address += HEADER + length;
    }
    return broken("has more than " + MOST_MODELS + " models");
  }

  private static Discovery broken(String how) {
    return new Discovery.Nothing("has a chain of SunSpec models that " + how);
  }

  /** All registers of models that are understood; ID and length of the others. */
  private List<Integer> words(int id, int length, int address) throws IOException {
    List<Integer> words = new ArrayList<>(List.of(id, length));
    int end = HEADER + (ModelLayout.find(id).isPresent() ? length : 0);
    while (words.size() < end) {
      int count = Math.min(registersPerRead, end - words.size());
      Optional<int[]> part = device.read(address + words.size(), count);
      if (part.isEmpty() || part.get().length != count) {
        // A model that refuses to be read says nothing; the others still do.
        return words;
      }
      Arrays.stream(part.get()).forEach(words::add);
    }
    return words;
  }
}
