package energy.setpoint.app.config.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTableTest {

  @Test
  void keepsSeparatorsAndQuotesAndLineEndsInsideQuotes() {
    CsvTable table =
        CsvTable.parse("name,note\n\"Smith, J.\",\"said \"\"hi\"\"\nand left\"\nx,y\n");

    assertThat(table.rows().get(0).cells()).containsExactly("Smith, J.", "said \"hi\"\nand left");
    assertThat(table.rows().get(1).line()).isEqualTo(4);
  }

  @Test
  void countsLinesAcrossBlankOnesAndComments() {
    CsvTable table = CsvTable.parse("# made by hand\na;b\r\n\r\n1;2\r\n");

    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows()).singleElement().extracting(CsvRow::line).isEqualTo(4);
    assertThat(table.rows().getFirst().find("b")).contains("2");
  }

  @Test
  void treatsShortRowsAndNaAsMissing() {
    CsvTable table = CsvTable.parse("a,b,c\n1,NA\n");

    assertThat(table.rows().getFirst().find("b")).isEmpty();
    assertThat(table.rows().getFirst().find("c")).isEmpty();
    assertThat(table.rows().getFirst().find("d")).isEmpty();
  }
}
