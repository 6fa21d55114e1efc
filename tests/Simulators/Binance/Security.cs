namespace Workbench.Simulators.Binance;

/// <summary>What a call must show.</summary>
enum Security
{
    None,

    /// <summary>The key alone.</summary>
    Key,

    /// <summary>Key, timestamp and signature.</summary>
    Signed,
}
