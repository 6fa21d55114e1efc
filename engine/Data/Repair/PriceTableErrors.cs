namespace Workbench.Data.Repair;

/// <summary>What can be wrong with a table of prices to repair (WB2775 to WB2777), in words for people.</summary>
static class PriceTableErrors
{
    public static WorkbenchException Missing(string path) => new("WB2775", ExitCode.NotFound, $"The table {path} is not there.");

    public static WorkbenchException NoColumn(string path, string column) => new("WB2776", ExitCode.Data,
        $"{path} has no column '{column}': a repair needs Open, High, Low, Close and Adj Close.", "./run.sh data import PATH --format csv");

    public static WorkbenchException BadRow(string path, int row) => new("WB2777", ExitCode.Data,
        FormattableString.Invariant($"{path} row {row} cannot be read as time and prices."));
}
