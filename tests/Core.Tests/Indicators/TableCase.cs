namespace Workbench.Core.Tests.Indicators;

/// <summary>An indicator and the column that holds it.</summary>
/// <param name="Make">Makes the indicator.</param>
/// <param name="Table">File, or <c>skender:name</c> or <c>backtrader:name</c>.</param>
/// <param name="Column">Header of the column; for backtrader the number of the line.</param>
/// <param name="Line">The line that is held; the value where it is left out.</param>
/// <param name="Tolerance">Largest difference: of the value where that is above 1, else absolute. Half of the table's last digit where it is rounded.</param>
/// <param name="Scale">What our number times this makes the table's.</param>
/// <param name="From">First row that is held: tables that start otherwise need some rows to come together.</param>
/// <param name="Shift">Rows by which the table draws the value into the past.</param>
/// <param name="Except">Rows where the table follows another rule on purpose; README.md of the indicators tells which.</param>
sealed record TableCase(
    Func<Indicator> Make,
    string Table,
    string Column,
    Func<Indicator, double>? Line = null,
    double Tolerance = 1e-9,
    double Scale = 1d,
    int From = 0,
    int Shift = 0,
    int[]? Except = null)
{
    public override string ToString() => $"{Make()} = {Table} [{Column}]";
}
