package energy.setpoint.ocpp.devicemodel;

import energy.setpoint.ocpp.devicemodel.DeviceModelWords.Wanted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which variables are still to be asked for, in batches that the station takes (B06.FR.05, variable
 * ItemsPerMessage of DeviceDataCtrlr).
 */
final class VariableQuestions {

  /** How many variables a station takes at once, which it is asked first. */
  static final Variable BATCH_SIZE =
      new Variable("DeviceDataCtrlr", "ItemsPerMessage", Optional.of("GetVariables"), false);

  private static final int USUAL_BATCH = 10;
  private static final int LARGEST_BATCH = 20;
  private static final int MOST_EVSES = 8;

  private final Deque<Wanted> open = new ArrayDeque<>();
  private int batchSize = 1;
  private boolean first = true;

  VariableQuestions(List<Variable> wanted, int evses) {
    open.add(new Wanted(BATCH_SIZE, Optional.empty()));
    for (Variable variable : wanted) {
      if (variable.perEvse()) {
        for (int evse = 1; evse <= Math.min(evses, MOST_EVSES); evse++) {
          open.add(new Wanted(variable, Optional.of(evse)));
        }
      } else if (!variable.equals(BATCH_SIZE)) {
        open.add(new Wanted(variable, Optional.empty()));
      }
    }
  }

  /** What to ask now; empty when all was asked. */
  List<Wanted> batch() {
    List<Wanted> batch = new ArrayList<>();
    for (Wanted wanted : open) {
      if (batch.size() < batchSize) {
        batch.add(wanted);
      }
    }
    return batch;
  }

  void answered(FactSheet facts) {
    int told = batchSize;
    if (first) {
      told = facts.find(BATCH_SIZE).map(VariableQuestions::size).orElse(USUAL_BATCH);
    }
    drop(told);
  }

  /** A batch that is refused as a whole may have been too large; a single question is given up. */
  void refused(boolean told) {
    if (told && batchSize > 1) {
      batchSize = batchSize / 2;
    } else {
      drop(first ? USUAL_BATCH : batchSize);
    }
  }

  private void drop(int nextBatchSize) {
    int asked = batch().size();
    for (int i = 0; i < asked; i++) {
      open.removeFirst();
    }
    batchSize = nextBatchSize;
    first = false;
  }

  private static int size(String told) {
    try {
      return Math.clamp(Long.parseLong(told.strip()), 1, LARGEST_BATCH);
    } catch (NumberFormatException noNumber) {
      return USUAL_BATCH;
    }
  }
}
