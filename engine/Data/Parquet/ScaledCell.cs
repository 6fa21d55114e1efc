using System.Globalization;
using Workbench.Data.Lake;

namespace Workbench.Data.Parquet;

/// <summary>Turns the decimals of a column into its stored integers.</summary>
sealed class ScaledCell(string column, int scale)
{
    readonly decimal power = Scaled.PowerOfTen(scale);

    /// <summary>The stored integer, rounded half to even.</summary>
    public long Raw(decimal value)
    {
        if (Scaled.TryFromDecimal(value, scale, out var exact))
        {
            return exact;
        }

        try
        {
            return decimal.ToInt64(decimal.Round(value * power));
        }
        catch (OverflowException)
        {
            throw LakeErrors.ParquetOverflow(column, value.ToString(CultureInfo.InvariantCulture), scale);
        }
    }
}
