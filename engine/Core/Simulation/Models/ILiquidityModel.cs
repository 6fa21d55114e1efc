namespace Workbench.Core;

/// <summary>Port: how much one event can fill.</summary>
public interface ILiquidityModel
{
    /// <summary>Whether it wants to know the sizes at the quote, which are not read from disk otherwise.</summary>
    bool NeedsSizes { get; }

    /// <summary>Units that all our orders on one side can be filled with by one event.</summary>
    /// <param name="available">What was quoted or, on bars and prints, traded; 0 where the data do not tell.</param>
    /// <param name="isVolume">Whether it was traded and not quoted.</param>
    decimal Limit(decimal available, bool isVolume);
}
