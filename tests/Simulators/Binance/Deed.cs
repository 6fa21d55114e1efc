namespace Workbench.Simulators.Binance;

/// <summary>What a call does to orders, which says what faults it may meet.</summary>
enum Deed
{
    None,
    Submit,
    Cancel,
    Amend,
}
