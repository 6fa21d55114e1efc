namespace Workbench.Model;

/// <summary>Port to a stored notice: the values of its columns, in whatever store it lies.</summary>
public interface INoticeRow
{
    /// <summary>Instant of a column in UTC nanoseconds.</summary>
    long Time(string column);

    /// <summary>Share of a column.</summary>
    decimal Decimal(string column);

    /// <summary>Text of a column, or its figure as <see cref="FigureText"/> has it.</summary>
    string Text(string column);
}
