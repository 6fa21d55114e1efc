namespace Workbench.Simulators.Tests;

public sealed class FaultsTests
{
    readonly Faults faults = new();

    [Fact]
    public void A_fault_is_met_as_often_as_it_was_armed_for()
    {
        faults.Arm(FaultKind.Maintenance, 2);

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => faults.Take(FaultKind.Maintenance)));
    }

    [Fact]
    public void A_figure_has_a_default_where_none_was_given()
    {
        faults.Arm(FaultKind.Delay, 1, 250);
        faults.Arm(FaultKind.Banned);

        Assert.True(faults.Take(FaultKind.Delay, 1_000, out var delay));
        Assert.True(faults.Take(FaultKind.Banned, 120, out var banned));
        Assert.Equal((250, 120), (delay, banned));
    }

    [Fact]
    public void A_fault_of_one_venue_goes_by_its_name()
    {
        faults.Arm(new Fault(FaultKind.Venue, Name: "Throttled"));

        Assert.False(faults.Take(FaultKind.Venue, "Other"));
        Assert.True(faults.Take(FaultKind.Venue, "Throttled"));
    }

    [Fact]
    public void Clearing_disarms_all()
    {
        faults.Arm(FaultKind.BookGap, 5);
        faults.Clear();

        Assert.False(faults.Take(FaultKind.BookGap));
        Assert.Empty(faults.Pending);
    }
}
