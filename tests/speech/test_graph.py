"""The voice model's graph, rewritten: the same arithmetic as before, shown on a small model of the same build."""

from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from karani.speech import graph
from karani.speech.graph import Graph, as_matrix, as_product, is_plain, leave_out_silence, rewrite

CHANNELS, OUTPUTS, TIME = 5, 4, 40
Sounds = NDArray[np.float32]


def quantized_convolution(taps: int, apart: int, *, bias: bool, stride: int = 1) -> onnx.ModelProto:
    """What an 8-bit export makes of one convolution: quantize, multiply whole numbers, scale back."""
    chance = np.random.default_rng(taps)
    reach = (taps - 1) * apart // 2
    constants: dict[str, Any] = {
        "weights": chance.integers(40, 200, (OUTPUTS, CHANNELS, taps)).astype(np.uint8),
        "weights_zero": np.array(120, dtype=np.uint8),
        "weights_scale": np.array(0.013, dtype=np.float32),
        "bias_float": chance.standard_normal((1, OUTPUTS, 1)).astype(np.float32),
    }
    nodes = [
        helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "q_scale", "q_zero"]),
        helper.make_node("Mul", ["q_scale", "weights_scale"], ["scales"]),
        helper.make_node(
            "ConvInteger", ["q", "weights", "q_zero", "weights_zero"], ["whole"], name="conv",
            kernel_shape=[taps], pads=[reach, reach], dilations=[apart], strides=[stride],
        ),
    ]  # fmt: skip
    after = "whole"
    if bias:
        nodes += [
            helper.make_node("Div", ["bias_float", "scales"], ["bias_scaled"]),
            helper.make_node("Cast", ["bias_scaled"], ["bias_whole"], to=TensorProto.INT32),
            helper.make_node("Add", ["whole", "bias_whole"], ["biased"]),
        ]
        after = "biased"
    nodes += [
        helper.make_node("Cast", [after], ["float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["float", "scales"], ["y"]),
    ]
    return model_of(nodes, constants, "y")


def model_of(nodes: list[onnx.NodeProto], constants: dict[str, Any], output: str) -> onnx.ModelProto:
    made = helper.make_graph(
        nodes, "small",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, CHANNELS, TIME])],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, None)],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )  # fmt: skip
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(graph.ONNXRUNTIME, 1)], ir_version=9)  # fmt: skip


def run(model: onnx.ModelProto, sounds: Sounds) -> Sounds:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (heard,) = session.run(None, {"x": sounds})
    return np.asarray(heard)


def rewritten(model: onnx.ModelProto) -> onnx.ModelProto:
    copied = onnx.ModelProto()
    copied.CopyFrom(model)
    changing = Graph.of(copied.graph)
    for node in list(copied.graph.node):
        if node.op_type == "ConvInteger" and is_plain(node):
            changing.replace(*as_product(node, changing))
    changing.write_back(copied.graph)
    return copied


@pytest.fixture
def sounds() -> Sounds:
    return np.random.default_rng(0).standard_normal((1, CHANNELS, TIME)).astype(np.float32)


@pytest.mark.parametrize(("taps", "apart"), [(1, 1), (3, 1), (7, 1), (3, 3), (11, 5)])
@pytest.mark.parametrize("bias", [True, False])
def test_a_convolution_as_a_product_gives_the_same_sound(
    taps: int, apart: int, bias: bool, sounds: Sounds
) -> None:
    before = quantized_convolution(taps, apart, bias=bias)
    after = rewritten(before)
    assert {node.op_type for node in after.graph.node} >= {"MatMulIntegerToFloat"}
    assert "ConvInteger" not in {node.op_type for node in after.graph.node}
    # A bias was rounded to a whole number of steps before; now it is as it was meant.
    step = 0.013 * (sounds.max() - sounds.min()) / 255
    assert run(after, sounds) == pytest.approx(run(before, sounds), abs=float(step) if bias else 1e-5)


def test_a_convolution_that_strides_is_left_as_it_is(sounds: Sounds) -> None:
    before = quantized_convolution(3, 1, bias=False, stride=2)
    after = rewritten(before)
    assert [node.op_type for node in after.graph.node] == [node.op_type for node in before.graph.node]
    assert np.array_equal(run(after, sounds), run(before, sounds))


def test_weights_lie_tap_after_tap_with_their_zero_at_zero() -> None:
    weights = np.arange(2 * 3 * 2, dtype=np.uint8).reshape(2, 3, 2)
    matrix = as_matrix(weights, np.array(5, dtype=np.uint8))
    assert matrix.shape == (6, 2)
    assert matrix[0, 0] == -5
    assert matrix[4, 1] == int(weights[1, 1, 1]) - 5


@pytest.mark.parametrize(
    ("durations", "kept"),
    [
        # frames of: start, first sound, sound, last sound, full stop, end mark -> steps left of two a frame
        ([12, 4, 5, 6, 9, 3], (2 * 3, 2 * (12 + 4 + 5 + 6))),
        ([12, 4, 5, 30, 9, 3], (2 * 3, 2 * (12 + 4 + 5 + 11))),
        ([5, 4, 5, 6, 1, 1], (0, 2 * (5 + 4 + 5 + 6))),
    ],
)
def test_only_the_silence_around_a_sentence_is_left_out(
    durations: list[int], kept: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The generator gets the steps from a little before the first sound to the end of the last."""
    monkeypatch.setattr(graph, "GENERATOR_INPUTS", ("steps",))
    steps = np.arange(2 * sum(durations), dtype=np.float32).reshape(1, 1, -1)
    nodes = [
        helper.make_node("Clip", ["x"], [graph.DURATIONS], name="durations"),
        helper.make_node("Identity", ["made"], ["steps"], name="decoder"),
        helper.make_node("Identity", ["steps"], ["y"], name="/decoder/generator/first"),
        helper.make_node("Identity", ["steps"], ["other"], name="/decoder/elsewhere"),
    ]
    model = helper.make_model(
        helper.make_graph(
            nodes, "small",
            [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, len(durations)])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in ("y", "other")],
            [numpy_helper.from_array(steps, "made")],
        ),
        opset_imports=[helper.make_opsetid("", 18)], ir_version=9,
    )  # fmt: skip
    changing = Graph.of(model.graph)
    leave_out_silence(changing)
    changing.write_back(model.graph)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    heard, other = session.run(None, {"x": np.array([durations], dtype=np.float32)})
    assert heard.ravel().tolist() == list(range(*kept))
    assert other.size == steps.size, "what is not the generator sees all of it"


def test_a_model_without_what_is_rewritten_is_refused_loudly() -> None:
    with pytest.raises(KeyError):
        rewrite(quantized_convolution(3, 1, bias=False).SerializeToString())
