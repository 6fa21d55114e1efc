using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

public sealed class KernelSpecTests
{
    [Theory]
    [InlineData("/j/kernels", false, "JUPYTER_DATA_DIR=/j", "XDG_DATA_HOME=/x")]
    [InlineData("/j/kernels", true, "JUPYTER_DATA_DIR=/j")]
    [InlineData("/x/jupyter/kernels", false, "XDG_DATA_HOME=/x")]
    [InlineData("/h/.local/share/jupyter/kernels", false, "XDG_DATA_HOME=")]
    [InlineData("/h/.local/share/jupyter/kernels", false)]
    [InlineData("/h/Library/Jupyter/kernels", true, "XDG_DATA_HOME=/x")]
    public void A_user_s_kernels_lie_where_Jupyter_says(string folder, bool isMac, params string[] environment) => Assert.Equal(
        folder, KernelSpec.UserKernels(name => environment.FirstOrDefault(each => each.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..], "/h", isMac));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    public void A_name_that_Jupyter_does_not_take_is_refused(string name) =>
        Assert.Equal("WB3074", Assert.Throws<WorkbenchException>(() => new KernelSpec("/k", name)).Code);
}
