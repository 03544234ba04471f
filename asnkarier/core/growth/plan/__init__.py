"""The training plan: what is on offer, the problem it makes with what people lack, and plans made and judged without a solver."""
