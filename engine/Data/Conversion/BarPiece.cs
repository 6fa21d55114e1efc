namespace Workbench.Data.Conversion;

/// <summary>What an event brings to the bar that it falls into; prices and volume raw.</summary>
readonly record struct BarPiece(long Time, long Open, long High, long Low, long Close, long Volume)
{
    /// <summary>The piece of one price.</summary>
    public static BarPiece Of(long time, long price, long volume) => new(time, price, price, price, price, volume);

    /// <summary>This piece and the one behind it as one.</summary>
    public BarPiece With(in BarPiece next) => new(Time, Open, Math.Max(High, next.High), Math.Min(Low, next.Low), next.Close, Volume + next.Volume);
}
