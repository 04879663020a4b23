package energy.setpoint.ocpp.devicemodel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Knows when all parts of a report are there, in whatever order they come. */
final class ReportCollector {

  private final int requestId;
  private final Set<Integer> parts = new HashSet<>();
  private Optional<Integer> last = Optional.empty();

  ReportCollector(int requestId) {
    this.requestId = requestId;
  }

  /** Whether this part is of the report, and new. */
  boolean takes(ReportPart part) {
    if (part.requestId() != requestId || !parts.add(part.number())) {
      return false;
    }
    if (!part.more()) {
      last = Optional.of(part.number());
    }
    return true;
  }

  /** Parts are numbered from 0 (2.1 part 2, NotifyReportRequest). */
  boolean isComplete() {
    return isCompleteFrom(0);
  }

  /** Some stations begin with 1, which can be told only when nothing more comes. */
  boolean isCompleteFrom(int first) {
    return last.isPresent() && parts.contains(first) && last.get() - first + 1 == parts.size();
  }
}
