package energy.setpoint.ocpp.devicemodel;

import energy.setpoint.ocpp.dialect.StationInterview;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Asks a station of OCPP 2.x for a full report of its device model (B07), which every station must
 * be able to give. Where none comes, it asks for the variables one batch after the other (B06).
 */
public final class DeviceModelInterview implements StationInterview {

  /** A station that is silent twice has said enough. */
  private static final int MOST_SILENCES = 2;

  /** The id of the one report that an interview asks for, out of the way of those of others. */
  public static final int REPORT_ID = 480_000;

  private final DeviceModelWords words;
  private final FactSheet facts;
  private final VariableQuestions questions;
  private final ReportCollector report = new ReportCollector(REPORT_ID);
  private Phase phase;
  private int silences;

  private enum Phase {
    INTRODUCTION,
    REPORT_ASKED,
    REPORT_AWAITED,
    VARIABLES,
    DONE
  }

  public DeviceModelInterview(DeviceModelWords words, List<Variable> wanted, Interviewee station) {
    this.words = words;
    this.facts = new FactSheet(wanted);
    this.questions = new VariableQuestions(wanted, station.evses());
    this.phase = station.introduced() ? Phase.REPORT_ASKED : Phase.INTRODUCTION;
  }

  @Override
  public Step next() {
    return switch (phase) {
      case INTRODUCTION -> new Step.Ask(words.askForIntroduction());
      case REPORT_ASKED -> new Step.Ask(words.askForReport(REPORT_ID));
      case REPORT_AWAITED -> new Step.Listen();
      case VARIABLES -> new Step.Ask(words.askFor(questions.batch()));
      case DONE -> new Step.Done(facts.facts(), silences == 0);
    };
  }

  @Override
  public void answered(JsonNode payload) {
    try {
      switch (phase) {
        case INTRODUCTION -> phase = Phase.REPORT_ASKED;
        case REPORT_ASKED -> reportAnswered(words.promisesReport(payload));
        case VARIABLES -> variablesAnswered(payload);
        case REPORT_AWAITED, DONE -> {}
      }
    } catch (RpcException malformed) {
      refused(true);
    }
  }

  private void reportAnswered(boolean promised) {
    if (report.isComplete()) {
      phase = Phase.DONE;
    } else {
      phase = promised ? Phase.REPORT_AWAITED : Phase.VARIABLES;
    }
  }

  private void variablesAnswered(JsonNode payload) throws RpcException {
    words.readValues(payload).forEach(facts::note);
    questions.answered(facts);
    endWhenAllIsAsked();
  }

  @Override
  public void refused(boolean told) {
    if (!told && ++silences >= MOST_SILENCES) {
      phase = Phase.DONE;
      return;
    }
    switch (phase) {
      case INTRODUCTION -> phase = Phase.REPORT_ASKED;
      case REPORT_ASKED -> phase = Phase.VARIABLES;
      case VARIABLES -> {
        questions.refused(told);
        endWhenAllIsAsked();
      }
      case REPORT_AWAITED, DONE -> {}
    }
  }

  private void endWhenAllIsAsked() {
    if (questions.batch().isEmpty()) {
      phase = Phase.DONE;
    }
  }

  /** A part may come before the answer that promises it, and even after it was given up. */
  @Override
  public void heard(String action, JsonNode payload) {
    try {
      Optional<ReportPart> part = words.findReportPart(action, payload).filter(report::takes);
      part.ifPresent(it -> it.values().forEach(facts::note));
      if (part.isPresent() && report.isComplete() && phase == Phase.REPORT_AWAITED) {
        phase = Phase.DONE;
      }
    } catch (RpcException malformed) {
      // The station was told so in the answer to its call; the part counts as missing.
    }
  }

  @Override
  public void overdue() {
    if (phase == Phase.REPORT_AWAITED && report.isCompleteFrom(1)) {
      phase = Phase.DONE;
    } else if (phase == Phase.REPORT_AWAITED) {
      silences++;
      phase = Phase.VARIABLES;
    }
  }
}
