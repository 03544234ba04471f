"""The invented city of Kota Sukamaju: its structure, its people, its registers and its workbooks."""
